/**
 * Does one work after the other, in the order in which they are asked for: each of them keeps the processor busy or takes
 * much memory, and others wait to be served, too. A work that fails does not keep the next one from its turn.
 */
export function inTurn(): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
}
