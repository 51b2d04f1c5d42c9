import { describe } from "node:test";
import { asProcess, inThisProcess } from "../support/office.ts";
import { testYear } from "../support/officers-year.ts";

// What sets the year up and keeps it is a process here too; officers-year.storm.ts has all of it so.
const alone = ["init", "database backup"];

describe("the officers' year", () =>
  testYear((words, home) => {
    const typed = words.join(" ");
    return alone.some((name) => typed.startsWith(name)) ? asProcess(words, home) : inThisProcess(words, home);
  }));
