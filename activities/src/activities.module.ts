import { type DynamicModule, Module } from '@nestjs/common';
import type { Client } from '@temporalio/client';
import { DataSource } from 'typeorm';
import type { Clock } from '@app/platform';
import { CLOCK } from './clock';
import { DeliveryActivities, type Post, POST } from './delivery.activities';
import { DroppedSignalActivities } from './dropped-signal.activities';
import { ENGINE, ErrandActivities } from './errand.activities';
import { KeeperActivities } from './keeper.activities';
import { RightOfWay } from './right-of-way';
import { RunActivities } from './run.activities';

/** Local writes, they run in the workflow worker itself. */
export const LOCAL_WRITES = [RunActivities, KeeperActivities, DroppedSignalActivities] as const;

/** The world as the activities see it. */
export interface ActivityWorld {
  readonly dataSource: DataSource;
  readonly clock: Clock;
  readonly engine: Client;
  /** Absent where nothing leaves the building. */
  readonly post?: Post | undefined;
}

/** Every activity with the database, the clock and the engine it works on. */
@Module({})
export class ActivitiesModule {
  static on({ dataSource, clock, engine, post }: ActivityWorld): DynamicModule {
    return {
      module: ActivitiesModule,
      providers: [
        { provide: DataSource, useValue: dataSource },
        { provide: CLOCK, useValue: clock },
        { provide: ENGINE, useValue: engine },
        { provide: POST, useValue: post ?? null },
        RightOfWay,
        ...LOCAL_WRITES,
        ErrandActivities,
        DeliveryActivities,
      ],
      exports: [...LOCAL_WRITES, ErrandActivities, DeliveryActivities],
    };
  }
}

type Activity = (...args: never[]) => Promise<unknown>;

/** The activities of each instance by name, bound, as the worker registers them. */
export function activitiesOf(...instances: readonly object[]): Record<string, Activity> {
  return Object.fromEntries(instances.flatMap((one) => entriesOf(one)));
}

function entriesOf(instance: object): [string, Activity][] {
  if (instance instanceof RunActivities) return Object.entries(instance.byName());
  const { ACTIVITIES } = instance.constructor as unknown as { readonly ACTIVITIES: readonly string[] };
  const methods = instance as Record<string, Activity>;
  return ACTIVITIES.map((name) => [name, methods[name].bind(instance)]);
}
