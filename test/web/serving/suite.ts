import { runSuite } from "../../support/run-suite.ts";

runSuite(import.meta.dirname);
