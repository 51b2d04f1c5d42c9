import assert from "node:assert/strict";
import { Transform } from "node:stream";
import { describe, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { listTables } from "#core/database/catalog.ts";
import { connectToCopy, measureTable } from "#core/database/copying.ts";
import { severedDatabase } from "../../support/severed-database.ts";

const copyDone = Buffer.from("c\0\0\0\u0004", "latin1");

/** What the server says after the end of a copy comes a moment later, as a network may cut it. */
const lateEnds = () =>
  new Transform({
    async transform(chunk: Buffer, _, done) {
      const at = chunk.indexOf(copyDone);
      const end = at < 0 ? chunk.byteLength : at + copyDone.byteLength;
      this.push(chunk.subarray(0, end));
      if (end < chunk.byteLength) await pause(30).then(() => this.push(chunk.subarray(end)));
      done();
    },
  });

describe("a table's text", () => {
  test("has as many rows as it has lines, however late the server says their number", async () => {
    const door = await severedDatabase({ answers: lateEnds });
    await door.open();
    const client = await connectToCopy({ connectionString: door.url });
    try {
      await client.query(
        "insert into lake (key, name) values ('one', E'of two\nlines\r\n'), ('two', E'\\\\n')",
      );
      const { tables } = await listTables(client, { ours: new Set(["lake"]) });
      const seen = () => undefined;
      const { rows, bytes } = await measureTable(client, { table: tables[0]!, seen });
      assert.equal(rows, 2);
      assert.ok(bytes > 0);
      assert.equal((await measureTable(client, { table: tables[0]!, seen })).rows, 2);
    } finally {
      await client.end();
    }
  });
});
