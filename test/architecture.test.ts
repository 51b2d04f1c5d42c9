import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { describe, test } from "node:test";
import { type Import, readSourceTree, type SourceFile } from "./support/source-tree.ts";

const domains = [
  "audit",
  "anglers",
  "notices",
  "lakes",
  "seasons",
  "membership",
  "events",
  "tournaments",
  "pots",
  "results",
  "standings",
  "polls",
  "news",
  "accounts",
  "credentials",
  "people",
  "demo",
];

/** What each kind of file may import: kinds of the core, top-level files of the core, packages. */
const kinds: Record<string, { kinds: string[]; files: string[]; packages: RegExp }> = {
  entity: {
    kinds: ["entity", "rules"],
    files: ["errors", "time", "time-column", "weight", "money", "points", "decimal"],
    packages: /^@mikro-orm\//,
  },
  view: { kinds: [], files: [], packages: /^@mikro-orm\// },
  schemas: { kinds: ["schemas"], files: ["time", "weight", "money", "points", "decimal"], packages: /^zod$/ },
  rules: {
    kinds: ["rules"],
    files: ["errors", "time", "weight", "money", "points", "decimal"],
    packages: /^node:crypto$/,
  },
  queries: {
    kinds: ["entity", "view", "queries"],
    files: ["prepared"],
    packages: /^(kysely|@mikro-orm\/.*)$/,
  },
  gateway: { kinds: [], files: ["config", "errors", "log"], packages: /./ },
  service: {
    kinds: ["entity", "view", "schemas", "rules", "queries", "gateway", "service"],
    files: ["actor", "errors", "log", "prepared", "time", "weight", "money", "points", "decimal", "config"],
    packages: /./,
  },
};

const frontEnds = ["cli", "bot", "web"];
const doorFiles = [
  "app",
  "actor",
  "errors",
  "config",
  "settings-file",
  "time",
  "weight",
  "money",
  "points",
  "log",
];
const vagueNames = /^(utils?|helpers?|common|types|constants|misc|index)$/;

const files = readSourceTree();
const sources = files.filter(({ path }) => !path.startsWith("test/"));

const topOf = (path: string): string => path.split("/")[0] ?? "";
const kindOf = (path: string): string | undefined => /\.([a-z]+)\.ts$/.exec(basename(path))?.[1];
const domainOf = (path: string): string | undefined => /^core\/([^/]+)\//.exec(path)?.[1];
const coreFileOf = (path: string): string | undefined => /^core\/([^/]+)\.ts$/.exec(path)?.[1];

/** Checks every import of the files and lists what breaks the rule, so that one run shows all. */
function breaches(of: SourceFile[], broken: (file: SourceFile, imported: Import) => boolean): string[] {
  return of.flatMap((file) =>
    file.imports
      .filter((imported) => broken(file, imported))
      .map(({ target }) => `${file.path} imports ${target}`),
  );
}

describe("where files stand", () => {
  test("every file in a domain, and every command, route, button says its kind", () => {
    const withoutKind = sources.filter(({ path }) => {
      if (kindOf(path) !== undefined) return false;
      return !/^(core|cli|bot|web|web\/middleware|core\/database|migrations|scripts|load)\/[^/]+\.ts$/.test(
        path,
      );
    });
    assert.deepEqual(
      withoutKind.map(({ path }) => path),
      [],
    );
  });

  test("a suffix is one of the known kinds", () => {
    const known = [...Object.keys(kinds), "command", "button", "modal", "job", "routes", "message", "chart"];
    const unknown = sources.filter(({ path }) => {
      const kind = kindOf(path);
      return kind !== undefined && !known.includes(kind);
    });
    assert.deepEqual(
      unknown.map(({ path }) => path),
      [],
    );
  });

  test("no name is vague and every domain is one of the order", () => {
    const vague = files.filter(({ path }) =>
      path.split("/").some((part) => vagueNames.test(part.replace(/\..*$/, ""))),
    );
    assert.deepEqual(
      vague.map(({ path }) => path),
      [],
    );
    const unknown = sources.map(({ path }) => domainOf(path)).filter((domain) => domain !== undefined);
    assert.deepEqual(
      [...new Set(unknown)].filter((domain) => domain !== "database" && !domains.includes(domain)),
      [],
    );
  });

  test("no file is longer than a person reads at once", () => {
    const shown = globSync("web/{views,public}/**/*.{eta,css,js}").map((path) => ({
      path,
      text: readFileSync(path, "utf8"),
    }));
    const long = [...files, ...shown].filter(
      ({ path, text }) => text.split("\n").length - 1 > (path.startsWith("test/") ? 400 : 250),
    );
    assert.deepEqual(
      long.map(({ path }) => path),
      [],
    );
  });

  test("a test stands where its source does", () => {
    const tested = files
      .map(({ path }) => path)
      .filter((path) => /^test\/(core|cli|bot|web)\/.*\.test\.ts$/.test(path));
    const folders = new Set(sources.map(({ path }) => path.slice(0, path.lastIndexOf("/"))));
    assert.deepEqual(
      tested.filter((path) => !folders.has(path.slice("test/".length, path.lastIndexOf("/")))),
      [],
    );
  });
});

describe("who may import whom", () => {
  test("front ends know the core's door, services, schemas and types, and nothing of each other or the database", () => {
    const front = sources.filter(({ path }) => frontEnds.includes(topOf(path)));
    const allowed = (file: SourceFile, { target, inside, typeOnly }: Import): boolean => {
      if (!inside) return !/^(pg|kysely|@mikro-orm\/.*)$/.test(target);
      if (topOf(target) === topOf(file.path)) return true;
      // The entry starts what a process serves: `sabc serve` is the site's and the bot's door too, `sabc discord` the bot's.
      if (
        /^cli\/commands\/(serve|demo|doctor|discord\/\w+)\.command\.ts$/.test(file.path) &&
        /^(web\/server|bot\/bot)\.ts$/.test(target)
      ) {
        return true;
      }
      if (topOf(target) !== "core") return target === "package.json";
      if (typeOnly) return true;
      const coreFile = coreFileOf(target);
      if (coreFile !== undefined) return doorFiles.includes(coreFile);
      return ["service", "schemas"].includes(kindOf(target) ?? "");
    };
    assert.deepEqual(
      breaches(front, (file, imported) => !allowed(file, imported)),
      [],
    );
  });

  test("a domain knows only the domains before it", () => {
    const inDomains = sources.filter(({ path }) => domains.includes(domainOf(path) ?? ""));
    const broken = (file: SourceFile, { target, inside }: Import): boolean => {
      if (!inside) return false;
      if (topOf(target) !== "core") return true;
      const domain = domainOf(target);
      if (domain === undefined) return target === "core/app.ts";
      return (
        domains.indexOf(domain) < 0 || domains.indexOf(domain) > domains.indexOf(domainOf(file.path) ?? "")
      );
    };
    assert.deepEqual(breaches(inDomains, broken), []);
  });

  test("each kind of file imports only what its kind may", () => {
    const inDomains = sources.filter(({ path }) => domains.includes(domainOf(path) ?? ""));
    const broken = (file: SourceFile, { target, inside, typeOnly }: Import): boolean => {
      const may = kinds[kindOf(file.path) ?? ""];
      if (may === undefined || typeOnly) return false;
      if (!inside) return !may.packages.test(target);
      const coreFile = coreFileOf(target);
      if (coreFile !== undefined) return !may.files.includes(coreFile);
      return !may.kinds.includes(kindOf(target) ?? "");
    };
    assert.deepEqual(breaches(inDomains, broken), []);
  });

  test("migrations import the migrations package only, and nothing imports tests or load", () => {
    const migrations = sources.filter(({ path }) => topOf(path) === "migrations");
    const foreign = (_: SourceFile, { target, inside }: Import): boolean =>
      inside ? topOf(target) !== "migrations" : target !== "@mikro-orm/migrations";
    assert.deepEqual(breaches(migrations, foreign), []);
    const others = sources.filter(({ path }) => topOf(path) !== "load");
    assert.deepEqual(
      breaches(others, (_, { target, inside }) => inside && ["test", "load"].includes(topOf(target))),
      [],
    );
  });

  test("nothing goes in circles, not even for types", () => {
    const graph = new Map(
      files.map(({ path, imports }) => [
        path,
        imports.filter(({ inside }) => inside).map(({ target }) => target),
      ]),
    );
    assert.deepEqual(findCycle(graph), []);
  });
});

describe("the one way", () => {
  test("only the configuration reads the environment", () => {
    const readers = sources.filter(
      ({ path, text }) => text.includes("process.env") && !["scripts", "load"].includes(topOf(path)),
    );
    assert.deepEqual(
      readers.map(({ path }) => path),
      ["core/config.ts"],
    );
  });

  test("who writes by SQL records the change itself", () => {
    const rawWrite =
      /\b(insert\s+into|update\s+\w+\s+set|delete\s+from)\s+(?!result\b|\$\{kept\.table\}|season_award\b|season_standing\b|audit_)/i;
    const silent = sources.filter(
      ({ path, text }) =>
        /^core\/(?!database\/)/.test(path) &&
        rawWrite.test(stripComments(text)) &&
        !text.includes("recordChanges"),
    );
    assert.deepEqual(
      silent.map(({ path }) => path),
      [],
    );
  });

  test("whatever changes something asks whether it may, itself or in every verb that calls it", () => {
    const services = sources.filter(({ path }) => kindOf(path) === "service");
    const asks = ({ text }: SourceFile): boolean => text.includes("authorize(");
    const callers = ({ path }: SourceFile): SourceFile[] =>
      services.filter(({ imports }) => imports.some(({ target, typeOnly }) => target === path && !typeOnly));
    const careless = services
      .filter(({ text }) => /\bem\.(persist|remove|create|insert\w*|upsert\w*|native\w+)\(/.test(text))
      .filter((service) => !asks(service))
      .filter((service) => callers(service).length === 0 || !callers(service).every(asks));
    assert.deepEqual(
      careless.map(({ path }) => path),
      [],
    );
  });

  test("nothing is exported by default", () => {
    assert.deepEqual(
      sources.filter(({ text }) => /^export default /m.test(text)).map(({ path }) => path),
      [],
    );
  });
});

const stripComments = (text: string): string => text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "");

function findCycle(graph: Map<string, string[]>): string[] {
  const done = new Set<string>();
  const walk = (at: string, trail: string[]): string[] => {
    if (trail.includes(at)) return [...trail.slice(trail.indexOf(at)), at];
    if (done.has(at)) return [];
    for (const next of graph.get(at) ?? []) {
      const cycle = walk(next, [...trail, at]);
      if (cycle.length > 0) return cycle;
    }
    done.add(at);
    return [];
  };
  for (const start of graph.keys()) {
    const cycle = walk(start, []);
    if (cycle.length > 0) return cycle;
  }
  return [];
}
