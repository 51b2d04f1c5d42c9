import { Type } from "@mikro-orm/core";
import type { ClubTime } from "./time.ts";

/** A `time` column read back as people write it: `06:30`, never `06:30:00`. */
export class ClubTimeColumn extends Type<ClubTime, string> {
  // Called for what is not null only: null stays null on its way.
  override convertToJSValue(value: string): ClubTime {
    return value.slice(0, 5);
  }

  override getColumnType(): string {
    return "time(0)";
  }
}
