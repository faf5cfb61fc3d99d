import { type ReactNode, useEffect, useRef } from "react";
import classes from "./card-list.module.css";
import type { ListSoFar } from "./list-frame.tsx";

interface CardListProps<Row> extends Omit<ListSoFar<Row>, "total"> {
  readonly label: string;
  readonly card: (row: Row) => ReactNode;
}

/** A list as cards beside and below each other, of which more is read while somebody scrolls. */
export function CardList<Row extends { readonly id: string }>({ label, rows, reading, card }: CardListProps<Row>) {
  const end = useRef<HTMLDivElement>(null);
  // Looked at anew with every page that came: on a tall screen its end may be in sight still.
  const count = rows.length;
  const { readOn } = reading;
  useEffect(() => {
    if (!end.current || count === 0) return;
    const observer = new IntersectionObserver((changes) => changes.at(-1)?.isIntersecting && readOn(), {
      rootMargin: "800px",
    });
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [count, readOn]);
  return (
    <>
      <ul className={classes["cards"]} aria-label={label}>
        {rows.map((row) => (
          <li key={row.id} className={`surface ${classes["card"]}`}>
            {card(row)}
          </li>
        ))}
      </ul>
      <div ref={end} />
    </>
  );
}
