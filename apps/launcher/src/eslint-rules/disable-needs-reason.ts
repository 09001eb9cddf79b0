import type { Rule } from 'eslint';

const DIRECTIVE = /^\s*eslint-disable(?:-line|-next-line)?\b/;
const REASON = /\s--\s+\S.{9,}/s;
const NAMED_RULES = /^\s*eslint-disable(?:-line|-next-line)?\s+[@\w]/;

/**
 * A switched-off rule is a decision: it names the rule and says why, after two dashes
 * (`// eslint-disable-next-line complexity -- one case per SQLSTATE reads better than a table`).
 */
export const disableNeedsReason: Rule.RuleModule = {
  meta: {
    type: 'suggestion',
    schema: [],
    messages: {
      reason:
        'Say why the rule is switched off, after two dashes: `eslint-disable-next-line <rule> -- <the reason>`.',
      rules: 'Name the rules you switch off; a bare eslint-disable hides whatever comes later.',
    },
  },
  create: (context) => ({
    Program() {
      for (const comment of context.sourceCode.getAllComments()) {
        if (!DIRECTIVE.test(comment.value) || !comment.loc) continue;
        // A bare directive would silence this very report: it goes to the line before.
        const before = { line: comment.loc.start.line - 1, column: 0 };
        if (!NAMED_RULES.test(comment.value)) context.report({ loc: before, messageId: 'rules' });
        if (!REASON.test(comment.value)) context.report({ loc: comment.loc, messageId: 'reason' });
      }
    },
  }),
};
