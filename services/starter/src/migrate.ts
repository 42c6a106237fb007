import { migrate, schemaDrift } from '@app/persistence';

/** Exit status when the schema is not the one that the entities describe. */
export const OTHER_SCHEMA = 3;

/**
 * Brings the database of DATABASE_OWNER_URL to the newest schema, as its owner; a process of its own, run by the starter.
 * With `--compare` it also looks whether the schema is ours: until the first release a migration may have been edited.
 */
async function main(): Promise<number> {
  const ownerUrl = process.env.DATABASE_OWNER_URL;
  if (!ownerUrl) throw new Error('DATABASE_OWNER_URL is not set');
  await migrate(ownerUrl);
  const drift = process.argv.includes('--compare') ? await schemaDrift(ownerUrl) : [];
  for (const statement of drift) console.error(statement);
  return drift.length > 0 ? OTHER_SCHEMA : 0;
}

if (require.main === module) {
  main().then(
    (status) => process.exit(status),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
}
