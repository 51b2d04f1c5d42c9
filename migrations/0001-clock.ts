import { Migration } from "@mikro-orm/migrations";

/**
 * The club's clock. Where the database's name says test, an offset row moves it; anywhere else there can be no such
 * row and none would be read.
 */
export class Clock extends Migration {
  override up(): void {
    this.addSql(`
      create table clock_offset (
        id integer primary key default 1,
        shift interval not null,
        constraint clock_offset_is_one_row check (id = 1),
        constraint clock_moves_in_tests_only check (current_database() like '%test%')
      )`);
    this.addSql(`
      create function club_now() returns timestamptz language sql volatile as $$
        select clock_timestamp() + case
          when current_database() like '%test%' then coalesce((select shift from clock_offset), interval '0')
          else interval '0'
        end
      $$`);
  }

  override down(): void {
    this.addSql("drop function club_now()");
    this.addSql("drop table clock_offset");
  }
}
