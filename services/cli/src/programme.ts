import type { Command } from 'commander';
import { type Programme, programmeFormat } from '@app/domain';
import { publishProgramme, sha256Hex } from '@app/persistence';
import { loadProgramme } from '@app/platform';
import { type Context, transaction } from './context';
import { refuseFaults } from './faults';
import { both } from './say';
import { type Format, printOutcome, withFormat } from './table';

/** `programme check <folder>`, `programme publish <folder>`. */
export function programmeCommand(parent: Command, context: Context): void {
  const noun = parent.command('programme').description('方案 / programme versions');
  withFormat(noun.command('check <folder>'))
    .description('检查方案文件 / check the files of a programme')
    .action((folder: string, format: Format) => {
      const { programme, digestSource } = readProgramme(context, folder, format);
      const digest = sha256Hex(digestSource);
      const sentence = both(
        `方案 ${programme.id} ${programme.version} 没有错误，摘要 ${digest}`,
        `programme ${programme.id} ${programme.version} has no fault, digest ${digest}`,
      );
      const value = { programme: programme.id, version: programme.version, digest, faults: [] };
      printOutcome(context, { sentence, value }, format);
    });
  withFormat(noun.command('publish <folder>'))
    .description('发布方案版本，发布后不再改动 / publish a version, for good')
    .action(async (folder: string, format: Format) => {
      const read = readProgramme(context, folder, format);
      const published = await transaction(context, (m) => publishProgramme(m, read, context.clock.now()));
      const { key, version, digest, isNew } = published;
      const sentence = isNew
        ? both(`已发布 ${key} ${version}，摘要 ${digest}`, `published ${key} ${version}, digest ${digest}`)
        : both(`${key} ${version} 此前已发布，内容相同`, `${key} ${version} was published before, unchanged`);
      printOutcome(context, { sentence, value: published }, format);
    });
}

/** The programme of a folder, or its faults printed and a refusal. */
export function readProgramme(
  context: Context,
  folder: string,
  format: Format,
): { programme: Programme; digestSource: string } {
  const loaded = loadProgramme<Programme>(folder, programmeFormat);
  refuseFaults(context, loaded.faults, format);
  return loaded as { programme: Programme; digestSource: string };
}
