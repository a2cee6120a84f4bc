package io.dovetail.feed;

import java.time.Instant;

/**
 * Something that happened to a review and that everybody may know.
 *
 * @param reference the review
 * @param title what the review is called
 * @param key what tells it from all else that happened to this review, for ever
 * @param at when
 * @param headline what happened, in a few words
 * @param text the same in sentences; organisations and seats, never a person
 */
record NewsItem(String reference, String title, String key, Instant at, String headline, String text) {}
