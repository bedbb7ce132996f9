# One executable on a small Debian, as a user of its own. Everything that is kept lies in /data.
FROM node:22-bookworm-slim AS build
WORKDIR /build
COPY package.json package-lock.json .npmrc ./
# Install scripts stay off (.npmrc); Bun's own puts the executable in its place.
RUN npm ci --omit=dev && node node_modules/bun/install.js
COPY tsconfig.json ./
COPY bin ./bin
COPY src ./src
COPY dashboard ./dashboard
RUN npm run build -- /build/onefirewall && mkdir /build/data

FROM debian:bookworm-slim
# Certificates for providers outside.
RUN apt-get update \
 && apt-get install -y --no-install-recommends ca-certificates \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --system --uid 10001 --user-group --no-create-home --home-dir /data onefirewall
COPY --from=build /build/onefirewall /usr/local/bin/onefirewall
COPY --from=build --chown=10001:10001 /build/data /data
USER 10001:10001
# The defaults begin here: ./data and, where one is mounted, ./onefirewall.yaml.
WORKDIR /
VOLUME /data
ENV ONEFIREWALL_SERVER_HOST=0.0.0.0
EXPOSE 8080
# SIGTERM drains; give it longer than server.drainSeconds (20): docker run --stop-timeout 30.
HEALTHCHECK --interval=10s --timeout=3s --start-period=10s \
  CMD ["onefirewall", "health"]
ENTRYPOINT ["onefirewall"]
CMD ["start"]
