import { isUtf8 } from 'node:buffer';
import { buffer } from 'node:stream/consumers';
import type { Command } from 'commander';
import { ROLE_DEFINITIONS } from '@app/domain';
import { type AccountLine, campaignOf, createUser, listAccounts } from '@app/persistence';
import { hashPassword } from '@app/platform';
import { type Context, transaction } from './context';
import { makePassword } from './password';
import { both, WrongUsage } from './say';
import { type Column, type Format, printOutcome, printTable, withFormat } from './table';

interface CreateOptions extends Format {
  readonly campaign: string;
  readonly person: string;
  readonly passwordStdin?: boolean;
}

const SHORTEST_PASSWORD = 12;

const COLUMNS: readonly Column<AccountLine>[] = [
  { key: 'login', zh: '登录名' },
  { key: 'campaign', zh: '专项工作' },
  { key: 'personCode', zh: '人员编号' },
  { key: 'name', zh: '姓名' },
  { key: 'role', zh: '岗位', words: ROLE_DEFINITIONS },
  { key: 'bodyCode', zh: '机构编号' },
  { key: 'bodyName', zh: '机构' },
  { key: 'sample', zh: '样例' },
];

/** `user create <login>`, `user list`. */
export function userCommand(parent: Command, context: Context): void {
  const noun = parent.command('user').description('账号 / accounts');
  withFormat(noun.command('create <login>'))
    .description(
      '为名册中的人员开账号，权限随其岗位 / give a person of the roster an account; his offices are his rights',
    )
    .requiredOption('--campaign <key>', '专项工作编号 / key of the campaign')
    .requiredOption('--person <code>', '人员编号 / code of the person')
    .option('--password-stdin', '从标准输入读密码，缺省生成 / read the password from standard input')
    .action(async (login: string, { campaign: key, person, passwordStdin, ...format }: CreateOptions) => {
      const given = passwordStdin ? await readPassword() : undefined;
      const password = given ?? makePassword();
      const passwordHash = await hashPassword(password);
      await transaction(context, async (m) => {
        const campaign = await campaignOf(m, key);
        const now = context.clock.now();
        const written = { recordedAt: now, writtenAt: now };
        await createUser(m, { campaign, login, personCode: person, passwordHash }, written);
      });
      const shown = given === undefined ? { password } : {};
      const sentence =
        given === undefined
          ? both(
              `已开账号 ${login}，密码 ${password}（只显示这一次）`,
              `created ${login}, password ${password} (shown once)`,
            )
          : both(`已开账号 ${login}`, `created ${login}`);
      printOutcome(context, { sentence, value: { login, ...shown } }, format);
    });
  withFormat(noun.command('list'), { csv: true })
    .description('列出账号和岗位 / list accounts and their offices')
    .option('--campaign <key>', '专项工作编号 / key of the campaign')
    .action(async ({ campaign, ...format }: Format & { campaign?: string }) => {
      const { manager } = await context.dataSource();
      if (campaign !== undefined) await campaignOf(manager, campaign);
      const rows = await listAccounts(manager, campaign);
      printTable(context, { rows, columns: COLUMNS }, format);
    });
}

async function readPassword(): Promise<string> {
  const bytes = await buffer(process.stdin);
  if (!isUtf8(bytes)) throw new WrongUsage(both('密码不是 UTF-8 编码', 'the password is not UTF-8'));
  const password = bytes.toString('utf8').replace(/\r?\n$/, '');
  if ([...password].length >= SHORTEST_PASSWORD) return password;
  throw new WrongUsage(
    both(`密码至少 ${SHORTEST_PASSWORD} 个字符`, `a password has ${SHORTEST_PASSWORD} characters or more`),
  );
}
