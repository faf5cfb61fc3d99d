/** One page of a list, and how many there are in all, counted only when somebody asks. */
export interface Page<Row> {
  readonly edges: readonly { readonly cursor: string; readonly node: Row }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  totalCount(): number | Promise<number>;
}

/** Makes a page of `rows`, of which there may be one more than `first` to tell that another page follows. */
export function pageOf<Row>(
  rows: readonly Row[],
  first: number,
  after: string | null | undefined,
  cursorOf: (row: Row) => string,
  totalCount: () => number | Promise<number>,
): Page<Row> {
  const edges = rows.slice(0, first).map((node) => new Edge(node, cursorOf));
  return { edges, pageInfo: new PageInfo(edges, rows.length > first, Boolean(after)), totalCount };
}

/** Its cursor is made when it is asked for, which is seldom. */
class Edge<Row> {
  readonly node: Row;
  private readonly cursorOf: (row: Row) => string;

  constructor(node: Row, cursorOf: (row: Row) => string) {
    this.node = node;
    this.cursorOf = cursorOf;
  }

  get cursor(): string {
    return this.cursorOf(this.node);
  }
}

class PageInfo {
  private readonly edges: readonly { readonly cursor: string }[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;

  constructor(edges: readonly { readonly cursor: string }[], hasNextPage: boolean, hasPreviousPage: boolean) {
    this.edges = edges;
    this.hasNextPage = hasNextPage;
    this.hasPreviousPage = hasPreviousPage;
  }

  get startCursor(): string | null {
    return this.edges.at(0)?.cursor ?? null;
  }

  get endCursor(): string | null {
    return this.edges.at(-1)?.cursor ?? null;
  }
}
