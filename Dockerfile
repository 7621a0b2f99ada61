# syntax=docker/dockerfile:1
# docker compose build, or: docker build --build-arg OPERATOR=jobflow-operator .

# The jar is the same for every architecture.
FROM --platform=$BUILDPLATFORM eclipse-temurin:25-jdk AS build
ARG OPERATOR=jupyter-operator
WORKDIR /build
COPY . .
RUN --mount=type=cache,target=/root/.m2 ./mvnw -q -ntp -DskipTests package -pl framework/processor,apps/$OPERATOR -am \
    && cp apps/$OPERATOR/target/$OPERATOR.jar /operator.jar

FROM eclipse-temurin:25-jre
ARG OPERATOR=jupyter-operator
WORKDIR /operator
COPY --from=build /operator.jar operator.jar
COPY hack/deployment/java-options java-options
COPY hack/deployment/train ./
# what is loaded until it finds no cluster is in the cache, which wants the same jar, JVM and options at run time
RUN ./train
# neither root nor anything to write: /tmp has to be a volume where the root file system is read-only
USER 65532:65532
EXPOSE 8080 9443
ENTRYPOINT ["java", "@/operator/java-options", "-XX:AOTCache=/operator/operator.aot", "-jar", "/operator/operator.jar"]
