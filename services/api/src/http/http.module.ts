import { Module } from '@nestjs/common';
import { AbsentRuns } from './absent-runs';
import { CommandDoor } from './command-door';
import { Documents } from './documents';
import { Places } from './places';
import { ProgrammeTime } from './programme-time';
import { ReadinessChecks } from './readiness';
import { RequestKeys } from './request-keys';
import { RunCommands } from './run-commands';
import { RunWatch } from './run-watch';
import { Sessions } from './sessions';
import { Workers } from './workers';

const EDGE = [
  AbsentRuns,
  CommandDoor,
  Documents,
  Places,
  ProgrammeTime,
  ReadinessChecks,
  RequestKeys,
  RunCommands,
  RunWatch,
  Sessions,
  Workers,
];

/** What every resource folder needs of the edge. */
@Module({ providers: EDGE, exports: EDGE })
export class HttpModule {}
