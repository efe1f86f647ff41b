// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/training.h"
#include "core/ssd/event_file.h"

#include <QByteArrayList>
#include <QFile>

namespace boxwright::ssd {

/// What a run computes on.
struct RunMachine
{
    int threads = 1;
    QStringList devices{}; ///< as people know them
    bool isMixed = false;  ///< convolutions in bfloat16
};

/// The files of a run folder that tell of the run: run.json (what was asked for, on what, with which versions),
/// metrics.jsonl (one line for each epoch), training.log (lines as SageMaker's own log, so that tools which read one
/// read the other; facts 1.7) and event files for TensorBoard. Used on the trainer's thread.
class RunRecord
{
public:
    RunRecord(const TrainingRequest &request, const RunMachine &machine);

    /// Makes the folder and the files. Where a run is resumed, checks that it is the same run and keeps its first
    /// `epochs` lines.
    Result<> open(int finishedEpochs);

    /// An epoch told again takes the place of the first telling.
    Result<> addEpoch(const EpochEvent &event, double learningRate, double imagesPerSecond);
    void logStep(const StepEvent &event, qint64 stepOfEpoch, int batchSize, double epochSeconds);
    /// `last` is the epoch's last step, after `batches` of them.
    void logEpoch(const EpochEvent &event, qint64 batches, const StepEvent &last);
    void drawStep(const StepEvent &event);
    void log(const QString &text);
    Result<> finish(const TrainingOutcome &outcome);

    /// The same for the same images, boxes and classes.
    static QString fingerprint(const TrainingRequest &request);
    /// Fails where the folder holds a run that is not the request's. It may go on on another device.
    static Result<> checkSameRun(const TrainingRequest &request, bool isMixed);

    [[nodiscard]] static QString checkpointFile(const QString &runFolder);
    [[nodiscard]] static QString modelFolder(const QString &runFolder, const char *which);

private:
    Result<> writeMetrics() const;
    [[nodiscard]] QByteArray description(const TrainingOutcome *outcome) const;

    const TrainingRequest m_request; ///< without its images' pixels, a few bytes per box
    const RunMachine m_machine;
    QByteArrayList m_epochLines;
    int m_lastEpoch = 0;
    QFile m_log;
    EventFile m_curves;
};

} // namespace boxwright::ssd
