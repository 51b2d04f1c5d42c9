import { runSuite } from "../../support/suite.ts";

runSuite(import.meta.dirname);
