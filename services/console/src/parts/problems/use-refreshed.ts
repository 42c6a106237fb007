import { useQueryClient } from '@tanstack/react-query';

/** After a command everything that is shown is asked for anew, then `done`. */
export function useRefreshed(done: () => void): () => void {
  const queries = useQueryClient();
  return () => {
    void queries.invalidateQueries();
    done();
  };
}
