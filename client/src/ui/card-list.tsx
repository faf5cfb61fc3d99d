import { type ReactNode, useEffect, useRef } from "react";
import classes from "./card-list.module.css";
import type { ListSoFar } from "./list-frame.tsx";

interface CardListProps<Row> extends Omit<ListSoFar<Row>, "total"> {
  readonly label: string;
  readonly card: (row: Row) => ReactNode;
}

/** A list as cards beside and below each other, of which more is read while somebody scrolls. */
export function CardList<Row extends { readonly id: string }>({ label, rows, onEnd, card }: CardListProps<Row>) {
  const end = useRef<HTMLDivElement>(null);
  // Looked at anew with every page that came: on a tall screen its end may be in sight still.
  const count = rows.length;
  useEffect(() => {
    if (!end.current || count === 0) return;
    const observer = new IntersectionObserver(([seen]) => seen?.isIntersecting && onEnd(), { rootMargin: "800px" });
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [count, onEnd]);
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
