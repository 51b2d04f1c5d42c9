import type { StatusRow } from "../membership/status.rules.ts";
import type { ClubDate } from "../time.ts";
import { chanceOf } from "./chance.rules.ts";
import type { SeedSize } from "./seed-sizes.rules.ts";

/** One of a seeded club's people: invented, and the same every time. */
export interface SeedPerson {
  name: string;
  email: string;
  firstYear: number;
  /** The first year without them. */
  endYear: number;
  /** Oldest first; none lies ahead. */
  statuses: StatusRow[];
  /** 1 is usual. */
  skill: number;
}

/** Everyone who ever was in the club: as many come every year as leave. */
export function seedPeople(size: SeedSize, today: ClubDate): SeedPerson[] {
  const thisYear = Number(today.slice(0, 4));
  const span = size.seasons + size.stay - 1;
  return Array.from({ length: size.people }, (_, at) => {
    const firstYear = thisYear - span + 1 + Math.floor((at * span) / size.people);
    const endYear = firstYear + size.stay;
    const end = `${endYear}-01-02`;
    const name = nameOf(at);
    return {
      name,
      email: `${name.toLowerCase().replaceAll(/[^a-z]+/g, ".")}@example.org`,
      firstYear,
      endYear,
      statuses: [
        { status: "member", from: `${firstYear}-01-02` },
        ...(end <= today ? [{ status: "former" as const, from: end }] : []),
      ],
      skill: chanceOf(`seed person ${at}`).between(0.6, 1.3),
    };
  });
}

/** No two are alike: first names and last names in all their pairs, then with a letter between. */
function nameOf(at: number): string {
  const pair = at % (firsts.length * lasts.length);
  const round = Math.floor(at / (firsts.length * lasts.length));
  const column = pair % firsts.length;
  const first = firsts[column]!;
  // Neighbours in the list differ in both names.
  const last = lasts[(column + Math.floor(pair / firsts.length)) % lasts.length]!;
  return round === 0 ? `${first} ${last}` : `${first} ${String.fromCharCode(64 + round)}. ${last}`;
}

const firsts = (
  "Abel Ada Alma Amos Anita Arlo Asa Belle Boyd Bree Buck Cal Carla Cleo Clint Cora Cruz Dale Dana Delia Doyle Earl " +
  "Edna Eli Ella Emmett Fern Floyd Gia Grant Greta Gus Hana Hank Hazel Hugo Ida Ike Ines Ivan Jada Jed Jesse June Kai " +
  "Kent Lara Leon Lila Lloyd Luz Lyle Mae Marco Mavis Milo Mina Nell Nico Nola Odell Olga Omar Opal Otis Pia Quinn " +
  "Rafa Rhea Rosa Roy Ruth Saul Sid Stella Tess Theo Tia Troy Uma Vera Vince Wade Wanda Wes Willa Yara Zane Zora"
).split(" ");

const lasts = (
  "Abbott Acosta Adair Alder Amaya Banner Barlow Beck Benavides Birdsong Blackwell Boone Bowden Briggs Cantrell Cardenas " +
  "Castillo Chandler Clay Colby Cordova Crane Dalton Deaver Delgado Draper Duarte Dunn Easley Elizondo Escobar Farris Fenn " +
  "Figueroa Flint Fontenot Fuentes Gaines Galvan Gentry Gill Guidry Hale Hargis Hebert Holt Huynh Ingram Jarvis Jimenez " +
  "Kemp Kessler Lamar Landry Ledet Lozano Luther Mabry Maddox Marsh McCall Mercer Mireles Nava Nguyen Oakes Ochoa Odom " +
  "Ortega Pace Parr Pena Pickett Pruett Quiroga Rand Reeve Rios Roper Sandoval Shaw Sikes Sosa Stark Tally Tate Teague " +
  "Tovar Trent Upton Valdez Vance Vega Waller Webb Wilder Yates Ybarra Zapata Ziegler"
).split(" ");
