import { createConnection } from 'mysql2/promise';
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
    const connection = await createConnection({ uri: server.href, connectTimeout: 10_000 });
    try {
      await connection.query(`CREATE DATABASE IF NOT EXISTS \`${database}\` CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
      await connection.query("CREATE USER IF NOT EXISTS 'duibiao_app'@'%' IDENTIFIED BY ?", [password]);
      await connection.query("ALTER USER 'duibiao_app'@'%' IDENTIFIED BY ?", [password]);
    } finally {
      await connection.end();
    }
  } catch (error) {
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
