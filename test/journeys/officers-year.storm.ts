import { describe } from "node:test";
import { asProcess } from "../support/office.ts";
import { testYear } from "../support/officers-year.ts";

describe("the officers' year, every command a process of its own", () => testYear(asProcess));
