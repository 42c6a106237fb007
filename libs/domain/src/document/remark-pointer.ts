import type { InputFault } from '../input-fault';

/** Fields of documents that may be left out: a remark may ask for them. */
const OPTIONAL_FIELDS = ['note', 'remark'];

/** Remarks by line name what is returned: each pointer (RFC 6901) a part of the document that is there, '' the whole. */
export function checkRemarkPointers(lines: readonly { readonly pointer: string }[], document: unknown): InputFault[] {
  return lines.flatMap(({ pointer }, at): InputFault[] => {
    if (pointsInto(document, pointer)) return [];
    const message = `退回的文件中没有“${pointer.slice(0, 60)}”这一处；针对全文的意见请留空`;
    return [{ pointer: `/lines/${at}/pointer`, code: 'pointer-to-nothing', message }];
  });
}

function pointsInto(document: unknown, pointer: string): boolean {
  if (pointer === '') return true;
  if (!pointer.startsWith('/') || /~(?![01])/.test(pointer)) return false;
  const names = pointer.slice(1).split('/');
  let value = document;
  for (const [at, escaped] of names.entries()) {
    const name = escaped.replaceAll('~1', '/').replaceAll('~0', '~');
    if (Array.isArray(value)) {
      if (!/^(?:0|[1-9]\d*)$/.test(name) || Number(name) >= value.length) return false;
      value = value[Number(name)] as unknown;
    } else if (typeof value === 'object' && value !== null) {
      if (!Object.hasOwn(value, name)) return at === names.length - 1 && OPTIONAL_FIELDS.includes(name);
      value = (value as Readonly<Record<string, unknown>>)[name];
    } else return false;
  }
  return true;
}
