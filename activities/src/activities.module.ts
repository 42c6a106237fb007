import { type DynamicModule, Module } from '@nestjs/common';
import type { Client } from '@temporalio/client';
import { DataSource } from 'typeorm';
import type { Clock } from '@app/platform';
import { CLOCK } from './clock';
import { DroppedSignalActivities } from './dropped-signal.activities';
import { ENGINE, ErrandActivities } from './errand.activities';
import { KeeperActivities } from './keeper.activities';
import { RunActivities } from './run.activities';

/** Local writes, they run in the workflow worker itself. */
export const LOCAL_WRITES = [RunActivities, KeeperActivities, DroppedSignalActivities] as const;

/** The world as the activities see it. */
export interface ActivityWorld {
  readonly dataSource: DataSource;
  readonly clock: Clock;
  readonly engine: Client;
}

/** Every activity with the database, the clock and the engine it works on. */
@Module({})
export class ActivitiesModule {
  static on({ dataSource, clock, engine }: ActivityWorld): DynamicModule {
    return {
      module: ActivitiesModule,
      providers: [
        { provide: DataSource, useValue: dataSource },
        { provide: CLOCK, useValue: clock },
        { provide: ENGINE, useValue: engine },
        ...LOCAL_WRITES,
        ErrandActivities,
      ],
      exports: [...LOCAL_WRITES, ErrandActivities],
    };
  }
}

type Activity = (...args: never[]) => Promise<unknown>;

/** The activities of an instance by name, bound, as the worker registers them: those of runs by kind, others by their method. */
export function activitiesOf(...instances: readonly object[]): Record<string, Activity> {
  return Object.assign(
    {},
    ...instances.map((instance) => (instance instanceof RunActivities ? instance.byName() : methodsOf(instance))),
  ) as Record<string, Activity>;
}

/** The methods of an instance that its class does not call private. */
function methodsOf(instance: object): Record<string, Activity> {
  const prototype = Object.getPrototypeOf(instance) as Record<string, Activity>;
  const names = Object.getOwnPropertyNames(prototype).filter((name) => PUBLIC_NAMES.has(name));
  return Object.fromEntries(names.map((name) => [name, prototype[name].bind(instance) as Activity]));
}

/** Names that workflows call; private methods of a class are no activities. */
const PUBLIC_NAMES = new Set(['actOnDeadlines', 'tell', 'tellRun', 'noteDropped', 'catchUp', 'makeDigests']);
