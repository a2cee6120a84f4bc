package io.dovetail.workshop;

import io.dovetail.keeping.ReviewRows;

interface ScopeQuestionStore extends ReviewRows<ScopeQuestion> {}
