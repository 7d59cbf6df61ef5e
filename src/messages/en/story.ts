export const story = {
  'depth.title': 'Depth decides',
  'depth.text':
    'Here are thirty-nine points in four classes, each class strung along a slanted S. A network is to say which class every place of the plane belongs to. With two layers it does what most of us would do: it draws a region around each class, and where three regions come together there is a corner, a {{tripoint}}.',
  'depth.more':
    'Now give it more layers and leave the rest alone: the same points, the same fifty neurons a layer, the same price on large weights. The corners go. What is left is a stack of bands, one class after the other, as if the network had first folded the plane onto a line and then cut the line into four. The singular values will show that this is what it has done.',
  'depth.sentence':
    'At depth {{depth}} the boundary has {{tripoints}}, and the narrowest layer keeps {{rank}}.',
  'depth.noteStart':
    'Which minimum a run finds depends on where it starts. Runs here start close to zero and take up one direction after the other. Grown from a trained network of two layers instead, all four that we tried kept four tripoints at depth 9.',
  'depth.noteSetting':
    'Cross-entropy, the penalty (λ/L)‖θ‖² with λ = 0.009, Adam on all points at once. The size of the start and a gentle first phase of the penalty are chosen for each depth; the lab shows them all.',

  'value.title': 'What a singular value tells',
  'value.text':
    'A layer multiplies by a matrix. Feed it all vectors of length at most one, and what comes out is an ellipsoid; its half-axes have the lengths {{values}}, the singular values. A long axis is a direction that the layer passes on. An axis of length zero is a direction that it forgets.',
  'value.count':
    'The rank of a matrix is the number of axes that are not zero. In a trained network hardly any is exactly zero, so counting needs a rule. Ours: a value counts if it is above a set share of the largest of its layer.',
  'value.sentence':
    'With the bar at {{threshold}} of the largest, {{count}} of the {{total}} singular values of the activations in layer {{layer}} count, in a network {{depth}} layers deep.',
  'value.price':
    'Where does depth come in? Through the price. Take a network without nonlinearity, a product of L matrices, and let it pay the sum of the squares of all its entries. The cheapest way to write a matrix {{matrix}} as such a product costs, per layer,',
  'value.example':
    'Take a matrix with the singular values 2, 1 and 0.1. Spread over {{layers}} it costs {{cost}} a layer. Drag the number up: whatever its size, each value that is not zero comes to cost one. The price has turned into the rank.',
  'value.layers_one': 'layer',
  'value.layers_other': 'layers',
  'value.exampleLabel': 'Number of matrices in the product',
  'value.noteLinear':
    'Stated in the paper for linear functions; the sum is a Schatten quasi-norm of {{matrix}}.',
  'value.noteCentred':
    'The mean over the points has to be subtracted from the activations first, or it counts as directions too. On a trained network of depth 9 the middle layer’s two largest values were 29 and 21 as they stand, but 21 and 1.1 when centred.',
  'value.thresholdLabel': 'Share of the largest singular value above which one counts',
  'value.layerLabel': 'Layer',

  'rank.title': 'A rank for nonlinear functions',
  'rank.text':
    'With its nonlinearity back, a network computes a function f that is no matrix. What should its rank be? Two answers suggest themselves. One looks closely: near almost every point f is linear, with the Jacobian as its matrix. The largest rank that the Jacobian takes is the {{jacobianRank}}:',
  'rank.jacobianRank': 'Jacobian rank',
  'rank.passage':
    'The other looks for a narrow passage. If f can be computed in two stages with no more than k numbers handed from the first to the second, k dimensions are all it needs. The smallest such k is the {{bottleneckRank}}:',
  'rank.bottleneckRank': 'bottleneck rank',
  'rank.price':
    'The first can never exceed the second. Let the price decide between them: {{cost}} is the least sum of squares of all parameters with which a network of L layers can compute f.',
  'rank.limit': 'Divide it by L and let L grow. What is left is a rank:',
  'rank.noteTheorem':
    'Theorem 1 of the paper. The limit also behaves as a rank should: that of f∘g is at most that of either, that of f + g at most their sum, and for affine maps it is the usual one.',
  'rank.noteConjecture': 'The limit is the bottleneck rank itself: {{formula}}.',
  'rank.noteSchatten':
    'At every point {{formula}}. The tick on the axis is the largest left side that was found; the pointer may never pass it.',
  'rank.notePointer':
    'The pointer is what this one network pays. Its function could perhaps be had for less, so it is an upper bound on that function’s price.',
  'rank.caption':
    'The bracket reaches from the Jacobian rank to the bottleneck rank; the pointer is ‖θ‖²/L. Small ticks: where other depths came to rest.',
  'rank.sentence':
    'At depth {{depth}} this network pays {{cost}} a layer. Its Jacobian rank is {{jacobian}}, its bottleneck rank {{bottleneck}}.',
  'rank.sentenceShort':
    'At depth {{depth}} this network pays {{cost}} a layer, and its bottleneck rank is {{bottleneck}}.',

  'rank.outOfOrder': 'Exact ranks cannot stand in this order; read off with a threshold, they can.',

  'bottleneck.title': 'The bottleneck',
  'bottleneck.text':
    'A teacher takes ten numbers, squeezes them through two, and spreads them out to ten again. A student sees a hundred of its questions with the answers. Nobody tells it about the two.',
  'bottleneck.look':
    'Look into its middle. In layer after layer a few singular values stand high above the others, which have all but gone; and the nonlinearity, which could act on each of fifty neurons, rests. In through the first layers, out through the last, and in between a few numbers that are only passed on: that is what a deep network looks like when it pays for its weights.',
  'bottleneck.sentence':
    'At depth {{depth}} the student’s narrowest layer keeps {{rank}}; its teacher has {{true}}. It is wrong by {{train}} on the examples and by {{test}} on new ones.',
  'bottleneck.noteStructure':
    'In networks of least price almost all weight matrices have k singular values near 1 and the others of order {{formula}}, and the representations are about k-dimensional in almost all layers (NeurIPS 2023).',
  'bottleneck.noteError':
    'Mean squared error, summed over the ten outputs; always answering the mean would be wrong by about 1.',
  'bottleneck.noteFigure':
    'A smaller sister of the paper’s Figure 1, which has 50 dimensions, rank 4 and a width of 100. {{link}}',
  'bottleneck.figureLink': 'Train that one in the lab.',

  'tripoint.title': 'No tripoints',
  'tripoint.text':
    'When a function of the plane goes through a single number, each class is made of pieces of a line. Walk along the line: a piece ends where the next begins, so it has a neighbour on either side and no more. Three classes cannot meet.',
  'tripoint.blobs':
    'Three blobs at the corners of a triangle all but ask for a tripoint, and a shallow network puts one in the middle. A deep one would rather lay one class as a band between the other two, which then never touch.',
  'tripoint.sentence':
    'At depth {{depth}}, with bottleneck rank {{rank}}, the classes meet in {{tripoints}}, and who borders whom makes {{shape}}.',
  'tripoint.paler': 'Paler: the class that the network gives to that part of the line.',
  'tripoint.chain': 'a chain',
  'tripoint.ring': 'no chain',
  'tripoint.noteTheorem': 'Bottleneck rank 1 rules tripoints out.',
  'tripoint.noteDerived':
    'So at rank 1, where every class takes one stretch of the line, the graph of who borders whom is a chain. At rank k, generically at most k + 1 classes meet in a point. A region may still come in several pieces.',
  'tripoint.noteMeasured':
    'A rank is read off with a threshold, and a direction below it can still bend a boundary. Where theory and picture seem to disagree, look at the values in the lab.',

  'noise.title': 'Denoising for free',
  'noise.text':
    'An autoencoder is asked to give back what it is given: here, points of a curve in the plane. Handing the whole plane through would do, and takes two dimensions. A deep network finds something cheaper. Since only the curve has to come back, one dimension is enough: bring every point of the plane to the curve and move along it.',
  'noise.more':
    'So it learns to remove noise without having seen any. Nobody showed it a point beside the curve; projecting is merely cheaper than copying.',
  'noise.sentence':
    'At depth {{depth}} a point of the plane ends, on average, at {{share}} of the distance from the curve that it began at. The narrowest layer keeps {{rank}}.',
  'noise.noteTheorem':
    'If the data are x = g(z) with g injective and piecewise linear on k dimensions, then a function of bottleneck rank k that fits them is locally an affine projection onto the data.',
  'noise.noteDigits':
    'Handwritten digits come out of noise cleaner too, but there a narrow network and dark margins help at any depth. {{link}}',
  'noise.digitsLink': 'Draw one in the lab.',

  'window.title': 'Too deep? The window',
  'window.text':
    'If depth finds low rank, why not take more and more of it? Because the price would go on falling past the truth. A line can be threaded through any set of points, so every data set has a fit of bottleneck rank 1, however many dimensions it really has. Deep enough, that fit is the cheapest, and every network of least total price obeys',
  'window.true':
    'with a constant that depends on the N points. Against it stands the honest fit, whose constant does not. If the data come from a function of rank k, a network of least total price also obeys',
  'window.thread':
    'And the thread is not cheap: it has to visit all the points, like a travelling salesman. A function of bottleneck rank 1 that fits data of rank k pays, with high probability, at least',
  'window.together':
    'More points make the thread longer and the honest fit no dearer. So between too shallow and too deep there is a window of depths at which the true rank is the cheapest, and its upper end grows like {{logN}}.',
  'window.noteUnder': 'Proposition 2 of the paper, for the global minimum.',
  'window.noteTrue': 'Proposition 5, with C independent of N.',
  'window.noteThread': 'Theorem 2.',
  'window.noteWindow':
    'Put together from the two bounds; how wide the window is for given data, they do not say.',
  'window.noteNarrow':
    'Minima of too low a rank are narrow, so training need not find them: argued for large depth in the NeurIPS paper.',
  'window.noteTraining':
    'From small starts it sometimes finds them: because they are cheaper, or only because the run never took up its second direction. Comparing total losses tells the two apart.',
  'window.sentence':
    'From {{points}} points of a teacher of rank 2, the median run has that rank {{found}}; the cheapest minimum found has it {{cheapest}}.',
  'window.pointsLabel': 'Number of points',
  'window.noDepth': 'at none of the depths tried',
  'window.oneDepth': 'at depth {{depth}} alone',
  'window.depths': 'from depth {{from}} to {{to}}',
  'window.mapCaption':
    'Each cell says the rank that was found there. Where a run ends is one thing, the cheapest minimum that anybody found another; the theory is about the cheapest of all. A click opens the cell in the lab.',
  'window.curveCaption':
    'What a layer costs on the four S of the first figure, five seeds at each depth. The guides have the form that theory gives the price of a function of rank 1; their constant is fitted.',
  'window.open': 'Open in the depth window',

  'play.title': 'Play with everything',
  'play.text':
    'All of these figures are one lab at a fixed state. There every number can be moved: width, penalty, start, optimiser, engine, and the data themselves. What you find is in the address, to be sent to somebody else.',
  'play.figure2': 'The four S',
  'play.figure2Text': 'Figure 2 of the paper: corners or bands, by depth alone.',
  'play.figure1': 'The teacher of rank 4',
  'play.figure1Text': 'Figure 1: fifty dimensions in, four through the middle.',
  'play.digits': 'Digits in noise',
  'play.digitsText': 'Figure 3: draw a digit and let the network clean it.',
  'play.pinwheel': 'A pinwheel',
  'play.pinwheelText': 'Three arms that curl around each other, and one line to fold them onto.',
  'play.sweep': 'The depth window',
  'play.sweepText': 'Many depths, many seeds: what runs find, and what would have been cheaper.',
  'play.compare': 'Two depths side by side',
  'play.compareText': 'Two networks on the same data, with linked axes and one play button.',
} as const;
