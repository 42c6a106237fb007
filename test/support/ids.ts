/** An id as `idOf` makes them, standing by itself in a text: what no official should have to read. */
export const ID = /(?<![\w-])(?=[a-v]*\d)[0-9a-v]{16}(?![\w-])/;
