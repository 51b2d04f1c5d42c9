import { z } from "zod";
import { exactMoney } from "../money.ts";
import { dollars, pounds, title, whole, word, yesNo } from "./decimal.schemas.ts";

const parts = z.array(whole(1), { error: "must be a list of parts" }).min(1, "must have at least one part");

/** Parts for the places paid: 7 5 4, or 50 30 20; or by the size of the field. */
const split = z
  .union([parts, z.array(z.strictObject({ from: whole(1), split: parts })).min(1)], {
    error:
      'must be parts such as [50, 30, 20], or [{"from": 1, "split": [...]}, ...] by the size of the field',
  })
  .refine(startsAtOneAndRises, { error: "must start from 1 and list larger fields after smaller ones" });

const placesSchema = z.strictObject({
  /** Of each fee. */
  share: dollars(),
  to: word("angler", "boat"),
  split,
  /** Each place's money is rounded half up to this. */
  roundTo: dollars().prefault(0.01),
  /** Who takes what rounding leaves, or lacks. */
  remainder: word("first", "club").default("first"),
});

const potSchema = z.strictObject({
  name: title(),
  /** Of each fee; 0 for an optional pot, which has its own. */
  share: dollars().default(0),
  pays: word("big-bass", "best-boat").default("big-bass"),
  /** Strictly over so many pounds. */
  over: pounds().default(0),
  to: word("member", "anyone").default("member"),
  every: word("day", "event", "season").default("event"),
  unwon: word("rolls-over", "club").default("rolls-over"),
  /** Only for those who joined it for the season. */
  optional: z
    .strictObject({ fee: dollars(), wholeCrew: yesNo().default(false), minimumEvents: whole(0).default(0) })
    .nullable()
    .default(null),
});

/** The entry fee, and where every cent of it goes. */
export const moneySchema = z
  .strictObject({
    fee: dollars(),
    per: word("angler", "boat"),
    places: placesSchema.nullable().default(null),
    pots: z.array(potSchema, { error: "must be a list of pots" }).default([]),
    keeps: z.record(title(), dollars()).prefault({}),
  })
  .superRefine((money, context) => {
    const given = shares(money);
    if (given !== money.fee) {
      const message = `must be the sum of its shares: the fee is ${exactMoney(money.fee)}, places, pots and keeps make ${exactMoney(given)}`;
      context.addIssue({ code: "custom", path: ["fee"], message });
    }
    if (money.places?.roundTo === 0) {
      context.addIssue({
        code: "custom",
        path: ["places", "roundTo"],
        message: "must be above zero, such as 0.01 or 1",
      });
    }
    money.pots.forEach((pot, at) => {
      if (money.pots.findIndex(({ name }) => name === pot.name) !== at) {
        context.addIssue({
          code: "custom",
          path: ["pots", at, "name"],
          message: `there is already a pot "${pot.name}"`,
        });
      }
      if (pot.optional && pot.share > 0) {
        const message = "must be 0: an optional pot is paid by its own fee";
        context.addIssue({ code: "custom", path: ["pots", at, "share"], message });
      }
    });
  });

export type MoneyRules = z.output<typeof moneySchema>;
export type PotRules = z.output<typeof potSchema>;
export type PlaceMoneyRules = z.output<typeof placesSchema>;

function shares(money: {
  places: { share: number } | null;
  pots: { share: number }[];
  keeps: Record<string, number>;
}) {
  const pots = money.pots.reduce((sum, pot) => sum + pot.share, 0);
  const keeps = Object.values(money.keeps).reduce((sum, share) => sum + share, 0);
  return (money.places?.share ?? 0) + pots + keeps;
}

function startsAtOneAndRises(rows: number[] | { from: number }[]): boolean {
  return rows.every((row, at) => {
    if (typeof row === "number") return true;
    const before = rows[at - 1];
    return typeof before === "object" ? row.from > before.from : row.from === 1;
  });
}
