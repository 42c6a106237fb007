import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type Document,
  type ParsedNode,
  visit,
} from 'yaml';

/** One thing wrong in a file, where an editor shows it: line and column from 1, pointer into that file. */
export interface ProgrammeFileFault {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly pointer: string;
  readonly code: string;
  readonly message: string;
}

/** One YAML file as value and as places: a JSON pointer finds its line and column again. */
export class ProgrammeText {
  readonly syntaxFaults: readonly ProgrammeFileFault[];
  /** The plain value; undefined where the file has syntax faults. */
  readonly value: unknown;
  private readonly lines = new LineCounter();
  private readonly document: Document.Parsed<ParsedNode>;

  constructor(
    readonly name: string,
    text: string,
  ) {
    this.document = parseDocument(text, { lineCounter: this.lines, prettyErrors: false });
    const faults = [...this.document.errors, ...this.document.warnings].map((problem) =>
      this.fault(problem.pos[0], problem.code.toLowerCase().replaceAll('_', '-'), problem.message),
    );
    visit(this.document, {
      Scalar: (_, { value, range }) => {
        if (typeof value !== 'string' || !/\p{Cs}/u.test(value)) return;
        faults.push(this.fault(range?.[0] ?? 0, 'not-unicode', '半个字符 · half of a surrogate pair'));
      },
    });
    if (faults.length === 0) {
      try {
        this.value = this.document.toJS();
      } catch (error) {
        faults.push(this.fault(0, 'bad-alias', error instanceof Error ? error.message : String(error)));
      }
    }
    this.syntaxFaults = faults;
  }

  /** Where a pointer stands: the key of an entry, the first character of a list item, else the nearest part above that is there. */
  placeOf(pointer: string): { line: number; column: number } {
    let node: unknown = this.document.contents;
    let offset = startOf(node) ?? 0;
    for (const segment of pointer.split('/').slice(1)) {
      const name = segment.replaceAll('~1', '/').replaceAll('~0', '~');
      const within: unknown = isAlias(node) ? node.resolve(this.document) : node;
      let child: unknown;
      let at: number | undefined;
      if (isMap(within)) {
        const pair = within.items.find(({ key }) => String(isScalar(key) ? key.value : key) === name);
        child = pair?.value;
        at = startOf(pair?.key);
      } else if (isSeq(within)) {
        child = within.items[Number(name)];
        at = startOf(child);
      }
      if (at === undefined) break;
      offset = at;
      node = child;
    }
    return this.place(offset);
  }

  private fault(offset: number, code: string, english: string): ProgrammeFileFault {
    const message = `YAML 格式错误 · ${english}`;
    return { file: this.name, ...this.place(offset), pointer: '', code, message };
  }

  private place(offset: number): { line: number; column: number } {
    const { line, col } = this.lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  }
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}
