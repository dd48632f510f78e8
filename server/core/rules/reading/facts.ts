/** The readers of facts, where the rules look for them. */
export * from '../../assessment/facts.ts';
