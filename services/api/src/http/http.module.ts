import { Module } from '@nestjs/common';
import { AbsentRuns } from './absent-runs';
import { CommandDoor } from './command-door';
import { Documents } from './documents';
import { Places } from './places';
import { ProgrammeTime } from './programme-time';
import { RequestKeys } from './request-keys';
import { RunCommands } from './run-commands';
import { RunWatch } from './run-watch';
import { Sessions } from './sessions';

const EDGE = [AbsentRuns, CommandDoor, Documents, Places, ProgrammeTime, RequestKeys, RunCommands, RunWatch, Sessions];

/** What every resource folder needs of the edge. */
@Module({ providers: EDGE, exports: EDGE })
export class HttpModule {}
