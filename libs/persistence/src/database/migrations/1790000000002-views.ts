import type { MigrationInterface, QueryRunner } from 'typeorm';

const APP = "'duibiao_app'@'%'";

/** Views of lists, owned and shared. Reason: what an office looks at every morning is kept where its colleagues find it too. */
export class Views1790000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE IF NOT EXISTS views (
      id char(16) NOT NULL,
      campaign_id char(16) NOT NULL,
      owner_id char(16) NOT NULL,
      list varchar(24) NOT NULL,
      name varchar(60) NOT NULL,
      filters longtext NOT NULL,
      sort varchar(40) NULL,
      column_list longtext NOT NULL,
      shared_role varchar(40) NULL,
      shared_body_kind varchar(12) NULL,
      shared_body_id char(16) NULL,
      version int NOT NULL,
      saved_at datetime(3) NOT NULL,
      UNIQUE INDEX views_name (owner_id, campaign_id, list, name),
      INDEX views_shared (campaign_id, list, shared_role),
      PRIMARY KEY (id)
    ) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
    await runner.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON views TO ${APP}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`REVOKE ALL PRIVILEGES ON views FROM ${APP}`);
    await runner.query('DROP TABLE views');
  }
}
