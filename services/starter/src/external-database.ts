import { type Connection, createConnection, type RowDataPacket } from 'mysql2/promise';
import { reasonOf } from '#setup/failure';
import { PlainError } from './say';

/**
 * Makes sure that the database of the owner's URL and the services' user `duibiao_app` exist, and answers the
 * services' URL. The grants themselves come with each migration.
 */
export async function ensureAppUser(ownerUrl: string, password: string): Promise<string> {
  const url = parse(ownerUrl);
  const database = decodeURIComponent(url.pathname.slice(1)).replaceAll('`', '``');
  const server = new URL(url);
  server.pathname = '';
  try {
    const connection = await createConnection({ uri: server.href, connectTimeout: 10_000, charset: 'utf8mb4_bin' });
    try {
      await connection.query(`CREATE DATABASE IF NOT EXISTS \`${database}\` CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
      await connection.query("CREATE USER IF NOT EXISTS 'duibiao_app'@'%' IDENTIFIED BY ?", [password]);
      await connection.query("ALTER USER 'duibiao_app'@'%' IDENTIFIED BY ?", [password]);
      await connection.query(`USE \`${database}\``);
      await checkDatabaseText(connection);
    } finally {
      await connection.end();
    }
  } catch (error) {
    if (error instanceof PlainError) throw error;
    const reason = reasonOf(error);
    throw new PlainError(
      `DATABASE_URL 所指的数据库（${url.host}）不能使用：${reason}`,
      `The database named by DATABASE_URL (${url.host}) cannot be used: ${reason}`,
    );
  }
  const app = new URL(url);
  app.username = 'duibiao_app';
  app.password = password;
  return app.href;
}

/** Two characters that differ in their last bit only and that a wrong collation, or a server that changes texts on their way, takes for one. */
const ALIKE = ['𠮷', '𠮶'] as const;

/**
 * Makes sure of what names and digests rest on: the selected database gives every text back as it was given, and tells
 * texts apart that differ; tables that are there already do so too. Throws a sentence that says what to set.
 */
export async function checkDatabaseText(connection: Connection): Promise<void> {
  await connection.query('CREATE TEMPORARY TABLE duibiao_text (word varchar(8) NOT NULL, PRIMARY KEY (word)) ' + OURS);
  try {
    const kept = await keptApart(connection);
    if (!kept) {
      throw new PlainError(
        `数据库分不清或存不住生僻字（${ALIKE.join('、')}）：请让服务器按连接的字符集 utf8mb4 收发（不要设 skip-character-set-client-handshake 或改字符集的 init_connect）`,
        `The database does not keep rare characters apart (${ALIKE.join(', ')}): let the server speak the connection's character set utf8mb4 (no skip-character-set-client-handshake, no init_connect that changes it)`,
      );
    }
  } finally {
    await connection.query('DROP TEMPORARY TABLE duibiao_text');
  }
  const [others] = await connection.query<RowDataPacket[]>(
    `SELECT table_name AS name, table_collation AS collation FROM information_schema.tables
      WHERE table_schema = DATABASE() AND table_name <> 'migrations' AND table_collation <> 'utf8mb4_bin'
      ORDER BY table_name`,
  );
  if (others.length === 0) return;
  const named = others.slice(0, 3).map(({ name, collation }) => `${name} ${collation}`);
  throw new PlainError(
    `数据库中有 ${others.length} 个表的排序规则不是 utf8mb4_bin（${named.join('、')}）：请换一个空数据库`,
    `${others.length} tables of the database have another collation than utf8mb4_bin (${named.join(', ')}): name an empty database`,
  );
}

const OURS = 'DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin';

async function keptApart(connection: Connection): Promise<boolean> {
  for (const word of ALIKE) await connection.query('INSERT IGNORE INTO duibiao_text VALUES (?)', [word]);
  const [rows] = await connection.query<RowDataPacket[]>('SELECT word, HEX(word) AS bytes FROM duibiao_text');
  return ALIKE.every((word) => {
    const bytes = Buffer.from(word).toString('hex').toUpperCase();
    return rows.some((row) => row.word === word && row.bytes === bytes);
  });
}

function parse(ownerUrl: string): URL {
  try {
    const url = new URL(ownerUrl);
    if (/^(mysql|mariadb):$/.test(url.protocol) && url.pathname.length > 1) return url;
  } catch {
    // told below
  }
  throw new PlainError(
    'DATABASE_URL 的写法应为 mariadb://用户:密码@主机:3306/数据库',
    'DATABASE_URL must look like mariadb://user:password@host:3306/database',
  );
}
