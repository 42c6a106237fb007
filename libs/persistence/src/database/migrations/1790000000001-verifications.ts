import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What verifications found is kept, so that whoever looks reads when the record was last checked, and by whom. */
export class Verifications1790000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE IF NOT EXISTS verifications (
      id char(16) NOT NULL,
      campaign_id char(16) NOT NULL,
      way varchar(16) NOT NULL,
      started_by char(16) NULL,
      started_at datetime(3) NOT NULL,
      ended_at datetime(3) NULL,
      heard_at datetime(3) NOT NULL,
      state varchar(12) NOT NULL,
      running_for char(16) NULL,
      events int NULL,
      events_checked int NOT NULL,
      streams_checked int NOT NULL,
      faults int NULL,
      result longtext NULL,
      INDEX verifications_campaign (campaign_id, started_at),
      UNIQUE INDEX verifications_running (running_for),
      PRIMARY KEY (id)
    ) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
    await runner.query("GRANT SELECT, INSERT, UPDATE ON verifications TO 'duibiao_app'@'%'");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("REVOKE ALL PRIVILEGES ON verifications FROM 'duibiao_app'@'%'");
    await runner.query('DROP TABLE verifications');
  }
}
