// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/training.h"

#include <QDateTime>

namespace boxwright {

/// What is left of one training in its folder NAME.runs/RUN. A value that its files do not tell is empty or negative:
/// a training that was killed leaves less, and a folder may have been touched by hand.
struct RunRecord
{
    QString name;
    QString folder;
    QDateTime started;
    QString baseNetwork;
    QString weightsFile; ///< that the base network started from
    QString startModel;  ///< folder of the model that was trained further
    QString cloudLog;    ///< the log of a training in the cloud that this run was read from
    int trainingImages = -1;
    int labels = -1;
    int plannedEpochs = -1;
    double bestMap = -1;
    int bestEpoch = 0;
    double seconds = -1;
    QList<EpochEvent> epochs;
    QString model;   ///< folder of its best model, or of the last where none was validated; empty: there is none
    QString problem; ///< which of its files cannot be read, translated; empty where all can
};

/// Every run below the folder, the latest first. Folders that hold neither a run's record nor a model are left out; no
/// file, however broken, hides the other runs. Reads small files only; thread-safe.
QList<RunRecord> readRuns(const QString &runsFolder);

/// The first of "STEM-1", "STEM-2", ... above every number that the folder has already, so that the name of a run that
/// was thrown away is not given again while later ones are there.
QString freeRunName(const QString &runsFolder, const QString &stem);

} // namespace boxwright
