/** The starter goes on speaking where the set-up stops: same words, same steps, same faults. */
export { PlainError, say, sayValue, step, type Text } from '#setup/say';
