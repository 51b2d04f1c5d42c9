import { Migrator } from "@mikro-orm/migrations";
import { type MetadataStorage, MikroORM } from "@mikro-orm/postgresql";
import { migrations } from "../../migrations/migrations.ts";
import { type Address, clientConfig } from "./connection.ts";
import { entities, unmappedTables } from "./entities.ts";
import { PooledClient } from "./pooled-client.ts";
import { tellPublicChanges } from "./public-changes.ts";

/** So many at once at most. They are opened when they are needed, and stay: to open one takes longer than to use it. */
export const connections = 10;

/** Those that were closed: to learn the entities anew takes as long as most of what a command does. */
const spare: MikroORM[] = [];

/** Opens the mapping between the club's entities and a database. Nothing is asked of the database yet. */
export async function openOrm(address: Address): Promise<MikroORM> {
  const place = {
    dbName: databaseNameOf(address),
    driverOptions: {
      ...clientConfig(address, "sabc"),
      Client: PooledClient,
      max: connections,
      min: connections,
    },
  };
  const known = spare.pop();
  if (known === undefined) return learn(place);
  known.config.set("dbName", place.dbName);
  known.config.set("driverOptions", place.driverOptions);
  // The migrator goes by what it saw in the database before.
  known.config.resetServiceCache();
  return known;
}

/** Lets go of the database; nothing may be asked through it any more. */
export async function closeOrm(orm: MikroORM): Promise<void> {
  await orm.close(true);
  spare.push(orm);
}

function learn(place: { dbName: string; driverOptions: object }): Promise<MikroORM> {
  return MikroORM.init({
    entities,
    extensions: [Migrator],
    ...place,
    // A missing database is an error to tell, not something to make on the way.
    ensureDatabase: false,
    migrations: { migrationsList: migrations, tableName: "migration", snapshot: false, transactional: true },
    schemaGenerator: { ignoreSchema: [], skipTables: unmappedTables, ignoreRoutines: true },
    discovery: { afterDiscovered: finishEntities },
    // What was not said is null on a new object as it will be on the read one, never undefined.
    initNullableProperties: true,
    forceUtcTimezone: true,
    colors: false,
    ignoreUndefinedInQuery: false,
    // What a driver says is never printed: errors reach the log through the domain's own.
    logger: () => undefined,
  });
}

function finishEntities(entities: MetadataStorage): void {
  leaveShadowsOut(entities);
  for (const entity of entities) tellPublicChanges(entity);
}

/**
 * Relations that exist for their foreign key alone are never filled in. Compared all the same, every row that was read
 * would seem to have lost them, and a flush would write a change of nothing.
 */
function leaveShadowsOut(entities: MetadataStorage): void {
  for (const entity of entities) {
    entity.comparableProps = entity.comparableProps.filter(({ hydrate }) => hydrate !== false);
  }
}

const databaseNameOf = ({ database, connectionString }: Address): string =>
  database ?? decodeURIComponent(new URL(connectionString ?? "").pathname.slice(1));
