package io.dovetail.county;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** The settings of this room. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CountySettings.class)
class CountyConfiguration {}
