import { migrate } from '@app/persistence';

/** Brings the database of DATABASE_OWNER_URL to the newest schema, as its owner; a process of its own, run by the starter. */
async function main(): Promise<void> {
  const ownerUrl = process.env.DATABASE_OWNER_URL;
  if (!ownerUrl) throw new Error('DATABASE_OWNER_URL is not set');
  await migrate(ownerUrl);
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
