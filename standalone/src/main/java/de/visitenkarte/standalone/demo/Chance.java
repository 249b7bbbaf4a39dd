package de.visitenkarte.standalone.demo;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator.SplittableGenerator;

/**
 * The distributions the simulator draws from.
 *
 * <p>A seed must give the same history on every Java version and machine, so only {@code nextLong} and {@code nextDouble}
 * of the generator are used, and {@link StrictMath}.
 */
final class Chance {

    private final SplittableGenerator random;

    private Chance(SplittableGenerator random) {
        this.random = random;
    }

    /** Returns a stream of its own for each combination of seed and purpose. */
    static Chance of(long seed, String purpose) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            byte[] hash = sha256.digest((seed + "/" + purpose).getBytes(StandardCharsets.UTF_8));
            return new Chance(new SplittableRandom(ByteBuffer.wrap(hash).getLong()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns an independent stream, so that one part drawing more does not change another. */
    Chance split() {
        return new Chance(random.split());
    }

    boolean happens(double probability) {
        return random.nextDouble() < probability;
    }

    double exponential(double mean) {
        return -mean * StrictMath.log(1 - random.nextDouble());
    }

    double normal() {
        double radius = StrictMath.sqrt(exponential(2));
        return radius * StrictMath.cos(2 * StrictMath.PI * random.nextDouble());
    }

    /** Draws from the log-normal distribution with that mean; {@code sigma} is the deviation of the logarithm. */
    double logNormal(double mean, double sigma) {
        return mean * StrictMath.exp(sigma * normal() - sigma * sigma / 2);
    }

    /** Draws from the standard logistic distribution: positive with probability 1 / (1 + e^-x) after adding x. */
    double logistic() {
        double uniform = Math.max(random.nextDouble(), Double.MIN_NORMAL);
        return StrictMath.log(uniform / (1 - uniform));
    }

    /** Draws one of the keys; the weights need not add up to anything. Iterates in the order of the map. */
    <T> T pick(Map<T, Double> weights) {
        double rest = random.nextDouble()
                * weights.values().stream().mapToDouble(Double::doubleValue).sum();
        T last = weights.keySet().iterator().next();
        for (Map.Entry<T, Double> candidate : weights.entrySet()) {
            last = candidate.getKey();
            rest -= candidate.getValue();
            if (rest < 0) {
                break;
            }
        }
        return last;
    }
}
