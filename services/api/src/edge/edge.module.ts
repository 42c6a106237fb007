import { Module } from '@nestjs/common';
import { AbsentRuns } from '../process/absent-runs';
import { CommandDoor } from '../process/command-door';
import { Documents } from '../process/documents';
import { Places } from '../process/places';
import { ExpiringKeys } from './keys/expiring-keys';
import { ProgrammeTime } from './programme-time';
import { ReadinessChecks } from '../process/readiness';
import { RequestKeys } from './keys/request-keys';
import { RunCommands } from '../process/run-commands';
import { RunWatch } from '../process/run-watch';
import { Sessions } from './sessions';
import { Workers } from '../process/workers';

const EDGE = [
  AbsentRuns,
  CommandDoor,
  Documents,
  ExpiringKeys,
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
export class EdgeModule {}
