package io.dovetail.workshop;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** The settings of this room. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WorkshopSettings.class)
class WorkshopConfiguration {}
