/**
 * Holds the models, decisions and forms to each other and to the code they name, without an engine;
 * and the code to the rooms of the house.
 */
@NullMarked
package io.dovetail.models;

import org.jspecify.annotations.NullMarked;
