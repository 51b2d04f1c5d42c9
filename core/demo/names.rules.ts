import type { Chapter } from "./years.rules.ts";

/** As invented as its people. */
export const club = { name: "Mesquite Creek Bass Club", contact: "officers@mesquite-creek.example" };

/**
 * Who belongs to the demo club: invented people only. Members stand beside whom they usually share a boat with; the
 * crews of the current season come from that.
 */
export const crews: readonly (readonly [string, string])[] = [
  ["Ann Lee", "Bob Cruz"],
  ["Wade Hollister", "Marisol Treviño"],
  ["Darnell Pruitt", "Minh Vo"],
  ["Clint Baumgartner", "Rosalinda Garza"],
  ["Chidi Okonkwo", "Hank Schroeder"],
  ["Lupe Villarreal", "Jolene McBride"],
  ["Priya Raman", "Dusty Caldwell"],
  ["Efraín Solís", "Beau Thibodeaux"],
  ["Keisha Broussard", "Otto Krueger"],
  ["Tomás Ibarra", "Linh Pham"],
  ["Royce Whitfield", "Odessa Banks"],
  ["Gus Kowalski", "Xavier Montoya"],
  ["Peggy Sue Lindqvist", "Cody Ramsauer"],
  ["Imani Sledge", "Ray Don Purcell"],
  ["Yolanda Quintero", "Sam Nakamura"],
  ["Delbert Fuchs", "Nadia Haddad"],
  ["Colt Renfro", "Isabel Zamora"],
  ["Mack O'Dell", "Tanisha Goodwin"],
  ["Ernesto Luna", "Wylie Tran"],
  ["Bernadette Kaiser", "Jerome Castille"],
  ["Skip Hargrove", "Anjali Desai"],
  ["Rusty Vandiver", "Paloma Reyes"],
  ["Grady Stubbs", "Hector Arredondo"],
  ["Lorena Macías", "Vernon Tubbs"],
  ["Dale Ochoa", "Shelby Nance"],
];

/** Who came along without being a member: in which season, in which months; the rules allow two a year. */
export const guests: Readonly<Record<Chapter, Readonly<Record<string, readonly number[]>>>> = {
  first: { "Amos Beckett": [2, 6], "Fatima Rahman": [5, 10], "Buck Hutchins": [3, 11] },
  second: {
    "Paloma Reyes": [3, 5],
    "Consuelo Ybarra": [4, 9],
    "Kwame Asante": [1, 7],
    "Buck Hutchins": [2, 10],
  },
  current: { "Trudy Menger": [5], "Zeke Falcón": [5, 10], "Ofelia Bustos": [3, 9], "Kwame Asante": [2, 8] },
  coming: {},
};

/** Who asked to join and waits for the officers. */
export const applicants: readonly string[] = ["Jim Bob Sikes", "Noor Saleh"];

/** What some go by on the boats, and what some let the public see. */
export const aliases: Readonly<Record<string, string>> = {
  "Marisol Treviño": "Mari Trevino",
  "Peggy Sue Lindqvist": "Peggy Lindqvist",
  "Skip Hargrove": "Stephen Hargrove",
  "Dusty Caldwell": "Dustin Caldwell",
  "Buck Hutchins": "William Hutchins",
};

export const publicNames: Readonly<Record<string, string>> = {
  "Nadia Haddad": "Nadia H.",
  "Vernon Tubbs": "Vernon T.",
};
