import { Type } from "@mikro-orm/core";
import type { ClubTime } from "./time.ts";

/** A `time` column read back as people write it: `06:30`, never `06:30:00`. */
export class ClubTimeColumn extends Type<ClubTime, string> {
  override convertToJSValue(value: string | null): ClubTime {
    return (value === null ? null : value.slice(0, 5)) as ClubTime;
  }

  override getColumnType(): string {
    return "time(0)";
  }
}
