import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  anglerPath,
  mapAddress,
  readAnglerAddress,
  readTournamentAddress,
  tournamentPath,
  whyPath,
} from "../../web/addresses.ts";
import { isOwnPath } from "../../web/redirect.ts";

describe("a tournament's address", () => {
  test("is its number with the lake's key as a readable tail", () => {
    const lake = { id: 1, key: "canyon", name: "Canyon Lake" };
    assert.equal(tournamentPath({ season: 2026, number: 3, lake }), "/tournaments/2026-03-canyon");
    assert.equal(tournamentPath({ season: 2026, number: 12, lake: null }), "/tournaments/2026-12");
  });

  const addresses: [string, string | null][] = [
    ["2026-03", "2026-03"],
    ["2026-3", "2026-03"],
    ["2026-03-canyon", "2026-03"],
    ["2026-03-any-other-tail", "2026-03"],
    ["2026-120", "2026-120"],
    ["2026", null],
    ["2026-", null],
    ["2026-03canyon", null],
    ["2026-1234", null],
    ["next", null],
    ["-1-03", null],
    ["2026-03\n", null],
  ];
  for (const [address, reference] of addresses) {
    test(`${JSON.stringify(address)} means ${reference ?? "none"}`, () => {
      assert.equal(readTournamentAddress(address), reference);
    });
  }
});

describe("an angler's address", () => {
  const people: [number, string, string | null][] = [
    [17, "Ann L.", "/anglers/17-ann-l"],
    [3, "  Efraín  Solís-Ümit ", "/anglers/3-efrain-solis-umit"],
    [4, "漁夫", "/anglers/4"],
    [5, `<script>'"/../`, "/anglers/5-script"],
    [6, "x".repeat(200), `/anglers/6-${"x".repeat(60)}`],
    [40, "Former member 40", null],
    [40, "Former guest 40 (erased)", null],
    [40, "Former member 41", "/anglers/40-former-member-41"],
  ];
  for (const [id, name, path] of people) {
    test(`of ${JSON.stringify(name.slice(0, 20))} is ${path?.slice(0, 30) ?? "none: erased"}`, () =>
      assert.equal(anglerPath({ id, name }), path));
  }

  const addresses: [string, number | null][] = [
    ["17", 17],
    ["17-ann-l", 17],
    ["17-", 17],
    ["017", null],
    ["17ann", null],
    ["ann", null],
    ["-17", null],
    ["1234567890", null],
  ];
  for (const [address, id] of addresses)
    test(`${address} means ${id ?? "nobody"}`, () => assert.equal(readAnglerAddress(address), id));
});

test("a total's address names the race only where there are several", () => {
  assert.equal(whyPath({ season: 2025, race: null, key: "17" }), "/standings/2025/why/17");
  assert.equal(
    whyPath({ season: 2025, race: "co-angler", key: "17" }),
    "/standings/2025/why/17?race=co-angler",
  );
});

test("a ramp's map is found by its coordinates", () => {
  assert.equal(
    mapAddress({ latitude: 29.9069, longitude: -98.2825 }),
    "https://www.google.com/maps/search/?api=1&query=29.9069,-98.2825",
  );
});

describe("a redirect stays on the site", () => {
  const paths: [string, boolean][] = [
    ["/", true],
    ["/tournaments/2026-03-canyon", true],
    ["/standings/2025/why/17?race=crew", true],
    ["//evil.example", false],
    ["/\\evil.example", false],
    ["/..//evil.example", false],
    ["/a/..//evil.example", false],
    ["/.//evil.example", false],
    ["/\t/evil.example", false],
    ["/a\r\nLocation: https://evil.example", false],
    ["https://evil.example/", false],
    ["evil", false],
    ["", false],
  ];
  for (const [path, own] of paths) {
    test(`${JSON.stringify(path)} is ${own ? "its own" : "refused"}`, () =>
      assert.equal(isOwnPath(path), own));
  }
});
