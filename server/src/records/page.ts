/** How many there are in all: a number that is known, or what counts. */
type Total = number | (() => Promise<number>);

/** One page of a list, and how many there are in all, counted only when somebody asks. */
export class Page<Row> {
  readonly edges: readonly Edge<Row>[];
  private total: Total;
  private readonly hasNext: boolean;
  private readonly hasPrevious: boolean;

  /** @param rows may be one more than `first` to tell that another page follows */
  constructor(
    rows: readonly Row[],
    { first, after }: { readonly first: number; readonly after?: string | null | undefined },
    cursorOf: (row: Row) => string,
    total: Total,
  ) {
    this.hasNext = rows.length > first;
    this.hasPrevious = Boolean(after);
    const shown = this.hasNext ? rows.slice(0, first) : rows;
    this.edges = shown.map((node) => new Edge(node, cursorOf));
    this.total = total;
  }

  /** Null until it is asked for, by `counted`. */
  get totalCount(): number | null {
    return typeof this.total === "number" ? this.total : null;
  }

  get pageInfo(): PageInfo {
    return new PageInfo(this.edges, this.hasNext, this.hasPrevious);
  }

  /** The page once it tells how many there are in all. */
  counted(): this | Promise<this> {
    if (typeof this.total === "number") return this;
    return this.total().then((total) => {
      this.total = total;
      return this;
    });
  }
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
